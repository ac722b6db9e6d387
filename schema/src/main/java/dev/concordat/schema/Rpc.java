package dev.concordat.schema;

/**
 * An rpc of a service.
 *
 * @param name the name
 * @param requestType the full name of the request message, at the type as written
 * @param responseType the full name of the response message, at the type as written
 * @param clientStreaming whether the client sends a stream
 * @param serverStreaming whether the server answers with a stream
 */
public record Rpc(
        Located<String> name,
        Located<String> requestType,
        Located<String> responseType,
        boolean clientStreaming,
        boolean serverStreaming,
        Options options,
        Location location,
        String comment)
        implements Element {}
