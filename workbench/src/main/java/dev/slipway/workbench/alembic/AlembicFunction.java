package dev.slipway.workbench.alembic;

import java.util.List;
import java.util.Set;

/// What `upgrade()` or `downgrade()` of a revision does.
///
/// @param code whether it has statements that do something
/// @param raises whether the first of them raises an error
/// @param asks whether it asks the database for something, and does not say what to do offline instead
record AlembicFunction(boolean code, boolean raises, boolean asks) {
    private static final Set<String> ASKING = Set.of("get_bind", "inspect", "Session", "sessionmaker");
    private static final Set<String> OFFLINE = Set.of("is_offline_mode", "as_sql");

    static AlembicFunction of(PythonModule module, String name) {
        List<List<PythonToken>> code = module.code(name);
        boolean raises = code.stream()
                .limit(1)
                .anyMatch(statement -> statement.getFirst().isName("raise"));
        return new AlembicFunction(!code.isEmpty(), raises, names(code, ASKING) && !names(code, OFFLINE));
    }

    private static boolean names(List<List<PythonToken>> code, Set<String> names) {
        return code.stream()
                .flatMap(List::stream)
                .anyMatch(token -> token.kind() == PythonToken.Kind.NAME && names.contains(token.text()));
    }
}
