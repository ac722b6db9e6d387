package dev.concordat.schema.image;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.concordat.schema.ContractException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** An image as ProtoJSON, as buf writes it: one line. */
final class JsonImageOutput extends ImageOutput {
    private final Writer out;
    private final DescriptorPool pool = new DescriptorPool();
    private boolean begun;

    JsonImageOutput(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void add(FileDescriptorProto file) throws IOException, ContractException {
        pool.add(file);
        out.write(begun ? "," : "{\"file\":[");
        begun = true;
        new JsonWriter(out, pool).write(pool.withCustomOptions(file));
    }

    @Override
    public void leaveOut(FileDescriptorProto file) throws ContractException {
        pool.add(file);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(begun ? "]}\n" : "{}\n");
        }
    }
}
