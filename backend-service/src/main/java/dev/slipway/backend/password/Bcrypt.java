package dev.slipway.backend.password;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/// `$2b$12$...`, also in its older spellings `$2a$` and `$2y$`; as everywhere, only 72 bytes of a password count.
record Bcrypt(String stored) implements Verifier {
    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final int LEAST_COST = 4;
    private static final int MOST_COST = 15;

    static Optional<Verifier> parse(String stored) {
        Matcher matcher = FORM.matcher(stored);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int cost = Integer.parseInt(matcher.group(1));
        return cost >= LEAST_COST && cost <= MOST_COST ? Optional.of(new Bcrypt(stored)) : Optional.empty();
    }

    @Override
    public boolean matches(String password) {
        return OpenBSDBCrypt.checkPassword(stored, password.toCharArray());
    }
}
