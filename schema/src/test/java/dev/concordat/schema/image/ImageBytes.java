package dev.concordat.schema.image;

import dev.concordat.schema.ContractException;
import dev.concordat.schema.Schema;
import java.io.ByteArrayInputStream;

/** Opens the reader of images to fuzzing, without files. */
public final class ImageBytes {
    private ImageBytes() {}

    /** Reads bytes as the image of a file of this name. */
    public static Schema read(String name, byte[] bytes) throws ContractException {
        return new ImageFile(ImageFormat.parse(name), 64 << 20).read(() -> new ByteArrayInputStream(bytes));
    }
}
