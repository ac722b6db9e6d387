package dev.concordat.check.witness;

import com.google.protobuf.ByteString;
import dev.concordat.check.Witness;
import java.util.List;
import java.util.Optional;

/**
 * Looks for bytes that a message set reads differently from a message that is none.
 *
 * @param messages the message in its two versions
 */
record ItemSearch(WireSearch messages) {

    /** Bytes of an item of a message set that is an extension to one version and nothing to the other. */
    Optional<Witness> ofItem(int number) {
        List<ByteString> items =
                messages.previous().field(number).map(Items::of).orElse(List.of());
        return WireSearch.first(items, bytes -> messages.replay(number, bytes));
    }
}
