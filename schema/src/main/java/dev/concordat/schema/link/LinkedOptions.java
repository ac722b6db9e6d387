package dev.concordat.schema.link;

import com.google.protobuf.ByteString;
import dev.concordat.schema.parse.OptionNode;
import java.util.ArrayList;
import java.util.List;

/** The options of one declaration: as written, then interpreted. */
final class LinkedOptions {
    /** As written, in source order, without {@code default} and {@code json_name}. */
    final List<OptionNode> written = new ArrayList<>();
    /** The interpreted ones, in the order of {@link #written}; one that was refused is missing. */
    final List<Interpreted> interpreted = new ArrayList<>();
    /** The options message in the binary format: the interpreted options one after the other. */
    ByteString encoded = ByteString.EMPTY;

    /**
     * An interpreted option.
     *
     * @param path the field numbers from the options message to what is set, an index behind the number of a repeated field: what
     *     {@code SourceCodeInfo} records behind the path of the options
     */
    record Interpreted(OptionNode node, int[] path) {}
}
