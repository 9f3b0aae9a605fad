package dev.slipway.backend.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.backend.setting.Settings;
import io.micronaut.context.annotation.Context;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;

/// The keys of the tokens (HMAC with SHA-256), which name the one that signed them (`kid`): one signs, and all verify.
///
/// A new key is given to every replica as one of the others first, signs when all of them know it, and the one before
/// stays among the others for as long as a token lives.
///
/// Named as Micronaut names the one that signs.
@Context
@Named("generator")
final class TokenKeys implements SignatureGeneratorConfiguration {
    private final TokenKey signing;
    private final Map<String, TokenKey> known = new TreeMap<>();

    TokenKeys(Settings settings) {
        signing = settings.content("TOKEN_KEY_FILE")
                .or(() -> settings.text("TOKEN_KEY"))
                .map(key -> TokenKey.of("TOKEN_KEY", key, settings))
                .orElseGet(TokenKey::random);
        settings.content("TOKEN_OTHER_KEYS_FILE").or(() -> settings.text("TOKEN_OTHER_KEYS")).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(key -> TokenKey.of("TOKEN_OTHER_KEYS", key, settings))
                .forEach(key -> known.put(key.id(), key));
        known.put(signing.id(), signing);
    }

    @Override
    public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(signing.id()).build(), claims);
        token.sign(new MACSigner(signing.secret()));
        return token;
    }

    @Override
    public boolean verify(SignedJWT token) throws JOSEException {
        String id = token.getHeader().getKeyID();
        TokenKey key = id == null ? null : known.get(id);
        return key != null && token.verify(new MACVerifier(key.secret()));
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "only HS256 is supported";
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return algorithm.equals(JWSAlgorithm.HS256);
    }
}
