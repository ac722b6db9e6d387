package dev.concordat.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RepositoryTargetTest {
    private static final Path HERE = Path.of("/clone").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({
        "file:target/registry, file:/clone/target/registry",
        "../registry, file:/registry",
        "file:///srv/registry, file:/srv/registry",
        "https://repository.example.com/releases, https://repository.example.com/releases",
        "https://repository.example.com/a@b, https://repository.example.com/a@b"
    })
    void isReadAsAPersonWritesIt(String address, String url) throws ContractException {
        assertEquals(url, RepositoryTarget.parse(address, HERE).url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "file:", "ftp://repository.example.com/releases"})
    void thatNamesNoPlaceIsRefused(String address) {
        refuse(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ada:secret@repository.example.com/", "HTTP://secret@repository.example.com"})
    void thatHoldsCredentialsIsRefusedWithoutThem(String address) {
        assertFalse(refuse(address).contains("secret"));
    }

    private static String refuse(String address) {
        ContractException refused = assertThrows(ContractException.class, () -> RepositoryTarget.parse(address, HERE));
        assertEquals(Failure.CONFIGURATION, refused.failure());
        return refused.problems().get(0).toString();
    }
}
