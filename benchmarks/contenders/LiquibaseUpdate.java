import java.nio.file.Path;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.resource.DirectoryResourceAccessor;

/// Liquibase as its documentation shows it, with its default settings.
final class LiquibaseUpdate {
    private LiquibaseUpdate() {}

    public static void main(String[] arguments) throws Exception {
        Scope.child(
                Scope.Attr.resourceAccessor,
                new DirectoryResourceAccessor(Path.of(arguments[2])),
                () -> new CommandScope("update")
                        .addArgumentValue("changelogFile", "changelog.xml")
                        .addArgumentValue("url", arguments[0])
                        .addArgumentValue("username", arguments[1])
                        .execute());
    }
}
