package dev.concordat.schema.image;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.TextFormat;
import dev.concordat.schema.ContractException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** An image in protobuf's text format. */
final class TextImageOutput extends ImageOutput {
    private final Writer out;
    private final DescriptorPool pool = new DescriptorPool();

    TextImageOutput(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void add(FileDescriptorProto file) throws IOException, ContractException {
        pool.add(file);
        FileDescriptorSet one = FileDescriptorSet.newBuilder()
                .addFile(pool.withCustomOptions(file))
                .build();
        TextFormat.printer().print(one, out);
    }

    /** The text format has no way to say it that protobuf's own parsers would accept. */
    @Override
    public void addImported(FileDescriptorProto file) throws IOException, ContractException {
        add(file);
    }

    @Override
    public void leaveOut(FileDescriptorProto file) throws ContractException {
        pool.add(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
