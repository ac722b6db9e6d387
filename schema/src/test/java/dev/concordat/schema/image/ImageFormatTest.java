package dev.concordat.schema.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageFormatTest {

    @ParameterizedTest
    @CsvSource({
        "-, -, BINARY, NONE",
        "/dev/null, /dev/null, BINARY, NONE",
        "image.binpb, image.binpb, BINARY, NONE",
        "image.bin.gz, image.bin.gz, BINARY, GZIP",
        "out/Image.JSON.ZST, out/Image.JSON.ZST, JSON, ZSTD",
        "image.txtpb, image.txtpb, TEXT, NONE",
        "image.yaml.gz, image.yaml.gz, YAML, GZIP",
        "-#format=json, -, JSON, NONE",
        "'image#format=txtpb,compression=zstd', image, TEXT, ZSTD",
        "'image.json.gz#compression=none', image.json.gz, JSON, NONE"
    })
    void theNameSaysTheFormat(String written, String path, String encoding, String compression)
            throws ContractException {
        ImageFormat format = ImageFormat.parse(written);
        assertEquals(path, format.path());
        assertEquals(encoding, format.encoding().name());
        assertEquals(compression, format.compression().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "image",
                "image.yml",
                "image.gz",
                "#format=json",
                "a#format=xml",
                "a.json#compression=lz4",
                "a.json#x=y",
                "a.json#format",
                "a#format=json,format=json"
            })
    void otherNamesSayNone(String written) {
        ContractException refusal = assertThrows(ContractException.class, () -> ImageFormat.parse(written));
        assertEquals(Failure.CONFIGURATION, refusal.failure());
    }
}
