package dev.concordat.schema;

import java.util.function.Supplier;

/**
 * An rpc of a service.
 *
 * @param name the name
 * @param parent the full name of the service
 * @param requestType the full name of the request message, at the type as written
 * @param responseType the full name of the response message, at the type as written
 * @param clientStreaming whether the client sends a stream
 * @param serverStreaming whether the server answers with a stream
 * @param commentText the leading comment, read when it is asked for
 */
public record Rpc(
        Located<String> name,
        String parent,
        Located<String> requestType,
        Located<String> responseType,
        boolean clientStreaming,
        boolean serverStreaming,
        Options options,
        Location location,
        Supplier<String> commentText)
        implements Element {

    @Override
    public String comment() {
        return commentText.get();
    }
}
