package dev.slipway.backend.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/// Refresh tokens as clients have them: signed with the keys of the tokens, and of another issuer, so that
/// neither is taken for the other.
///
/// Micronaut's own are signed with one key that cannot be replaced, have no end, and reach the log if broken.
@Singleton
final class RefreshTokens {
    private static final String ISSUER = "backend-service refresh";
    private static final String ROLE = "role";
    private static final String SESSION = "session";
    private static final String DEVICE = "device";
    private static final String MOMENT = "moment";
    private static final Set<String> CLAIMS = Set.of("sub", "exp", ROLE, SESSION, DEVICE, MOMENT);

    private final TokenKeys keys;

    RefreshTokens(TokenKeys keys) {
        this.keys = keys;
    }

    String write(RefreshToken token) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(String.valueOf(token.user()))
                .expirationTime(Date.from(token.end()))
                .claim(ROLE, token.role())
                .claim(SESSION, token.session())
                .claim(DEVICE, token.device())
                .claim(MOMENT, ChronoUnit.MICROS.between(Instant.EPOCH, token.moment()))
                .build();
        try {
            return keys.sign(claims).serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e); // any key can sign any claims
        }
    }

    /// Nothing if this service did not write it, or not for now.
    Optional<RefreshToken> read(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!keys.supports(token.getHeader().getAlgorithm()) || !keys.verify(token)) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            return ISSUER.equals(claims.getIssuer())
                            && claims.getClaims().keySet().containsAll(CLAIMS)
                    ? Optional.of(of(claims)).filter(refresh -> Instant.now().isBefore(refresh.end()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static RefreshToken of(JWTClaimsSet claims) throws ParseException {
        return new RefreshToken(
                Long.parseLong(claims.getSubject()),
                claims.getStringClaim(ROLE),
                claims.getIntegerClaim(SESSION),
                claims.getStringClaim(DEVICE),
                Instant.EPOCH.plus(claims.getLongClaim(MOMENT), ChronoUnit.MICROS),
                claims.getExpirationTime().toInstant());
    }
}
