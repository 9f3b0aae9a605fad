package dev.slipway.backend.user;

import dev.slipway.backend.database.Transactions;
import dev.slipway.model.user.User;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/// Lists users by key rather than by offset: a page costs the same wherever it starts, and misses nobody when rows go.
@Singleton
final class UserList {
    private final Transactions transactions;
    private final JdbcOperations rows;

    UserList(Transactions transactions, JdbcOperations rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    UserPage page(UserQuery query) {
        List<User> found = find(query);
        boolean more = found.size() > query.most();
        List<User> page = more ? found.subList(0, query.most()) : found;
        return new UserPage(
                page.stream().map(UserView::of).toList(), more ? Cursor.text(page.getLast(), query.order()) : null);
    }

    /// One more than the page takes, if there are more.
    private List<User> find(UserQuery query) {
        List<Object> parameters = new ArrayList<>();
        String sql = sql(query, parameters);
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.size(); i++) {
                    statement.setObject(i + 1, parameters.get(i));
                }
                try (ResultSet result = statement.executeQuery()) {
                    return rows.entityStream(result, User.class).toList();
                }
            }
        });
    }

    /// Nothing of the request gets into the text but what the enum holds.
    private static String sql(UserQuery query, List<Object> parameters) {
        StringBuilder sql = new StringBuilder("select * from users where true");
        String column = query.order().column();
        Cursor cursor = query.cursor();
        if (cursor != null) {
            sql.append(" and (%s, id) %s (cast(? as %s), ?)"
                    .formatted(
                            column,
                            query.isDescending() ? "<" : ">",
                            query.order().type()));
            parameters.addAll(List.of(cursor.value(), cursor.id()));
        }
        String search = query.search();
        if (search != null) {
            sql.append(" and (position(lower(?) in lower(username)) > 0 or position(lower(?) in lower(email)) > 0)");
            parameters.addAll(List.of(search, search));
        }
        if (query.role() != null) {
            sql.append(" and role = ?");
            parameters.add(query.role());
        }
        if (query.active() != null) {
            sql.append(" and active = ?");
            parameters.add(Boolean.valueOf(query.active()));
        }
        String direction = query.isDescending() ? "desc" : "asc";
        parameters.add(query.most() + 1);
        return sql.append(" order by %s %s, id %s limit ?".formatted(column, direction, direction))
                .toString();
    }
}
