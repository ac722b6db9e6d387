package dev.concordat.schema.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concordat.schema.ContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BufLockTest {

    static List<Path> cases() throws IOException {
        return Golden.cases("lock");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsOrRefusesTheFileOf(Path folder) throws IOException {
        Golden.check(folder, answer(folder));
    }

    /** Without a buf.yaml the lock is beside one of version v2. */
    private static String answer(Path folder) throws IOException {
        Path file = folder.resolve(BufYaml.FILE);
        byte[] content = Files.readAllBytes(folder.resolve("buf.lock"));
        try {
            ConfigVersion beside = Files.exists(file)
                    ? BufYaml.parse(BufYaml.FILE, Files.readAllBytes(file)).version()
                    : ConfigVersion.V2;
            StringBuilder text = new StringBuilder();
            for (Dependency dependency : BufLock.parse("buf.lock", content, beside)) {
                text.append("%s %s%n".formatted(dependency.name(), dependency.pin()));
            }
            return text.toString();
        } catch (ContractException e) {
            return Golden.text(e);
        }
    }

    @Test
    void addsWhatIsImportedIndirectly() {
        Dependency named = new Dependency("buf.build/acme/a", Optional.empty());
        Dependency pinned = new Dependency("buf.build/acme/a", Optional.of(new Dependency.Pin("1", "b5:1")));
        Dependency indirect = new Dependency("buf.build/acme/b", Optional.of(new Dependency.Pin("2", "b5:2")));
        assertEquals(List.of(pinned, indirect), BufLock.pinned(List.of(named), List.of(pinned, indirect)));
    }
}
