package dev.slipway.backend.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads a JSON document that is the whole body: what comes after its end means something else to another reader, and
/// Micronaut's own reader passes over it.
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Order(JsonMessageHandler.ORDER - 1)
final class WholeDocument<T> implements MessageBodyReader<T> {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonMapper mapper;

    WholeDocument(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
        return mediaType != null && mediaType.matchesAllOrWildcardOrExtension(MediaType.EXTENSION_JSON);
    }

    /// Releases the buffer of what was read; Micronaut itself does so after a failure.
    @Override
    public @Nullable T read(
            Argument<T> type, @Nullable MediaType mediaType, Headers httpHeaders, ByteBuffer<?> byteBuffer) {
        T value = read(type, byteBuffer.toByteArray());
        if (byteBuffer instanceof ReferenceCounted counted) {
            counted.release();
        }
        return value;
    }

    @Override
    public @Nullable T read(
            Argument<T> type, @Nullable MediaType mediaType, Headers httpHeaders, InputStream inputStream) {
        try {
            return read(type, inputStream.readAllBytes());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private @Nullable T read(Argument<T> type, byte[] body) {
        try {
            T value = mapper.readValue(body, type);
            mustEnd(body);
            return value;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void mustEnd(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new JsonSyntaxException("there is more after the end of the document");
            }
        } catch (JsonParseException e) {
            throw new JsonSyntaxException(e);
        }
    }

    private static CodecException unreadable(IOException cause) {
        return new CodecException("the body cannot be read", cause);
    }
}
