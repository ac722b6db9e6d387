package dev.concordat.packaging;

import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.commons.GeneratorAdapter;

/** A static method that is called where Java would have linked one when the place was first reached. */
sealed interface LinkedMethod permits Concatenation, RecordMethod {
    /** The method that such an instruction links, empty where it links something else. */
    static Optional<LinkedMethod> of(String name, String descriptor, Handle bootstrap, Object... arguments) {
        return Optional.<LinkedMethod>empty()
                .or(() -> Concatenation.of(descriptor, bootstrap, arguments))
                .or(() -> RecordMethod.of(name, descriptor, bootstrap, arguments));
    }

    /** What it takes and returns, as the instruction that it stands for. */
    String descriptor();

    /** Writes what leaves its result on the stack. */
    void write(GeneratorAdapter code);
}
