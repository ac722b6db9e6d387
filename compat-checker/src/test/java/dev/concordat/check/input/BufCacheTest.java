package dev.concordat.check.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Failure;
import dev.concordat.schema.config.Dependency;
import dev.concordat.schema.config.Dependency.Pin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache laid out as buf 1.75 lays it out; buf accepts the same files under these digests. */
final class BufCacheTest {
    private static final String COMMIT = "11111111222233334444555555555555";
    private static final String WITH_DEPENDENCIES =
            "b5:22211526e8870e23783b24824b1cef63b98edd5147d604ac846936bb66159b0f"
                    + "23ed5c9176d3d16824cd42e4d2802974d8ca9508dbdaac98348e6ae61678c850";
    private static final String WITH_CONFIGURATION =
            "shake256:b1d309f9b5a52ab0a49ea1fe5c83387a8c8cf4ebd09bf7366c412506122ae0ca"
                    + "6beb0c1d9ffc19f423d1ce38340d969b94147d08d38ba2822a82b9dc46b1e1d1";
    private static final String OF_THE_DEPENDENCY =
            "b5:38596468481b44cc2104ce7fe0466394ab4db3d5daaf3099e20665d8e73f5b04"
                    + "e84769bf9d097d0d94ed0188c31968f022149f34ae4384e4f35c46edc64e8a3b";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {WITH_DEPENDENCIES, WITH_CONFIGURATION})
    void findsWhatHashesToThePin(String digest) throws IOException, ContractException {
        write(digest, "units");
        assertEquals(
                Set.of("acme/common/money.proto"), find(digest).orElseThrow().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH_DEPENDENCIES, WITH_CONFIGURATION})
    void refusesWhatHashesToSomethingElse(String digest) throws IOException {
        write(digest, "cents");
        ContractException e = assertThrows(ContractException.class, () -> find(digest));
        assertEquals(Failure.NO_ANSWER, e.failure());
        assertTrue(String.valueOf(e.getMessage()).contains("not what buf.lock pins"), e.getMessage());
    }

    @Test
    void lacksWhatIsNotThereOrNotPinned() throws ContractException {
        assertEquals(Optional.empty(), find(WITH_DEPENDENCIES));
        Dependency unpinned = new Dependency("buf.build/acme/common", Optional.empty());
        assertEquals(Optional.empty(), new BufCache(directory).find(unpinned));
    }

    private Optional<Map<String, ContractFile>> find(String digest) throws ContractException {
        return new BufCache(directory)
                .find(new Dependency("buf.build/acme/common", Optional.of(new Pin(COMMIT, digest))));
    }

    private void write(String digest, String field) throws IOException {
        Path module = directory.resolve(
                Path.of("v3", "modules", digest.substring(0, digest.indexOf(':')), "buf.build/acme/common", COMMIT));
        write(module.resolve("files/LICENSE"), "none\n");
        write(module.resolve("files/acme/common/money.proto"), """
                syntax = "proto3";

                package acme.common;

                message Money {
                  int64 %s = 1;
                }
                """.formatted(field));
        write(module.resolve("v1_buf_yaml/buf.yaml"), "version: v1\n");
        write(module.resolve("v1_buf_lock/buf.lock"), "version: v1\n");
        write(module.resolve("module.yaml"), """
                version: v1
                files_dir: files
                deps:
                  - name: buf.build/acme/other
                    digest: %s
                v1_buf_yaml_file: v1_buf_yaml/buf.yaml
                v1_buf_lock_file: v1_buf_lock/buf.lock
                """.formatted(OF_THE_DEPENDENCY));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
