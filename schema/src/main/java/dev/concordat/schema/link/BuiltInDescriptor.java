package dev.concordat.schema.link;

import dev.concordat.schema.BuiltInContracts;
import dev.concordat.schema.ContractFile;
import java.util.List;

/**
 * Our own {@code descriptor.proto}, which nearly every link needs to interpret options. It imports nothing, so that it means the same to all; it is linked
 * once, when it is first needed, and shared.
 */
final class BuiltInDescriptor {
    private BuiltInDescriptor() {}

    static LinkedFile get() {
        return Shared.FILE;
    }

    /** Made when it is first used. */
    private static final class Shared {
        static final LinkedFile FILE = link();

        private static LinkedFile link() {
            ContractFile source =
                    BuiltInContracts.find(BuiltInContracts.DESCRIPTOR).orElseThrow();
            LinkResult result = Linker.link(List.of(source));
            if (!result.problems().isEmpty()) {
                throw new IllegalStateException("Our own descriptor.proto does not link: " + result.problems());
            }
            LinkedFile file = result.files().get(0);
            file.shared = true;
            return file;
        }
    }
}
