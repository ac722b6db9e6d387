package dev.concordat.schema.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An rpc of a service.
 *
 * @param requestStream the word {@code stream} before the request type, when it is written
 * @param responseStream the word {@code stream} before the response type, when it is written
 * @param body the offset of the opening brace of its options, or -1 when a semicolon ends it
 */
public record RpcNode(
        Word name,
        @Nullable Word requestStream,
        Word request,
        @Nullable Word responseStream,
        Word response,
        int body,
        List<OptionNode> options,
        int start,
        int end,
        Comments comments)
        implements Statement {

    /** Copies the list. */
    public RpcNode {
        options = List.copyOf(options);
    }
}
