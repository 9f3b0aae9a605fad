package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is no refresh token, however much it looks like one.
final class ForgedRefreshTest {
    private static SignIns signIns;

    @BeforeAll
    static void start() {
        signIns = SignIns.start();
        signIns.insertUsers();
    }

    @AfterAll
    static void close() {
        signIns.close();
    }

    /// One claim of a good token is another, and it is signed anew: with a key of nobody, or with none.
    @Test
    void whatThisServiceDidNotWriteIsNone() throws ParseException, JOSEException {
        String token = SignIns.refreshToken(signIns.signIn("ana", SignIns.PASSWORD));
        SignedJWT good = SignedJWT.parse(token);
        JWTClaimsSet claims = good.getJWTClaimsSet();
        SignedJWT forged = new SignedJWT(good.getHeader(), claims);
        forged.sign(new MACSigner("a key that nobody knows, of 32 bytes and more"));
        SignedJWT withoutKey = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        withoutKey.sign(new MACSigner("a key that nobody knows, of 32 bytes and more"));
        String[] parts = token.split("\\.", -1);
        JWTClaimsSet admins = new JWTClaimsSet.Builder(claims).subject("1").build();
        for (String each : List.of(
                forged.serialize(),
                withoutKey.serialize(),
                "%s.%s.%s".formatted(parts[0], admins.toPayload().toBase64URL(), parts[2]),
                "eyJhbGciOiJub25lIn0.%s.".formatted(parts[1]),
                "%s.%s.".formatted(parts[0], parts[1]),
                token + "x",
                "x",
                "..",
                "a.b.c")) {
            assertThat(signIns.refresh(each)).as(each).isEqualTo(SignIns.REFRESH_REFUSED);
        }
        assertThat(signIns.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void whatIsSignedAndHasEndedOrLacksAClaimIsNone() throws ParseException, JOSEException {
        JWTClaimsSet good = SignedJWT.parse(SignIns.refreshToken(signIns.signIn("ana", SignIns.PASSWORD)))
                .getJWTClaimsSet();
        assertThat(signIns.refresh(signed(new JWTClaimsSet.Builder(good)
                        .expirationTime(Date.from(Instant.EPOCH))
                        .build())))
                .isEqualTo(SignIns.REFRESH_REFUSED);
        for (String claim : List.of("iss", "sub", "exp", "role", "session", "device", "moment")) {
            assertThat(signIns.refresh(signed(
                            new JWTClaimsSet.Builder(good).claim(claim, null).build())))
                    .as("without %s", claim)
                    .isEqualTo(SignIns.REFRESH_REFUSED);
            assertThat(signIns.refresh(signed(new JWTClaimsSet.Builder(good)
                            .claim(claim, List.of("x"))
                            .build())))
                    .as("with another %s", claim)
                    .isEqualTo(SignIns.REFRESH_REFUSED);
        }
        assertThat(signIns.refresh(signed(good)).status()).isEqualTo(200);
    }

    private static String signed(JWTClaimsSet claims) throws JOSEException {
        return signIns.service()
                .context()
                .getBean(SignatureGeneratorConfiguration.class)
                .sign(claims)
                .serialize();
    }
}
