package dev.concordat.schema.fuzz;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.concordat.schema.ContractFile;
import dev.concordat.schema.SourceText;
import dev.concordat.schema.link.LinkResult;
import dev.concordat.schema.link.LinkedDescriptors;
import dev.concordat.schema.link.Linker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Any files are linked or refused: the input is cut at lines of {@code ====} into a.proto, b.proto and c.proto. */
public final class LinkerFuzz {
    private static final Set<String> NAMES = Set.of("a.proto", "b.proto", "c.proto");

    private LinkerFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String[] parts = new String(input, StandardCharsets.ISO_8859_1).split("\n====\n", NAMES.size());
        List<ContractFile> files = new ArrayList<>();
        for (String part : parts) {
            String path = (char) ('a' + files.size()) + ".proto";
            byte[] bytes = part.getBytes(StandardCharsets.ISO_8859_1);
            files.add(new ContractFile(path, Optional.of("."), new SourceText(path, bytes)));
        }
        link(files);
    }

    /** Links and, when nothing is wrong, writes what the files become. */
    static void link(List<ContractFile> files) {
        LinkResult result = Linker.link(files);
        if (result.problems().isEmpty()) {
            for (FileDescriptorProto file : LinkedDescriptors.of(result, NAMES).values()) {
                if (file.getSerializedSize() == 0) {
                    throw new IllegalStateException("An accepted file became nothing.");
                }
            }
        }
    }
}
