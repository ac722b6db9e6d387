package dev.concordat.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Four modules: {@code route} and {@code area} use {@code common}, {@code guide} uses {@code route}. */
final class FourModules {
    static final String COMMON = "message Page { int32 size = 1; } message Locale { string tag = 1; }";

    private FourModules() {}

    /** By wire rules, so that a renamed field breaks Java code without being refused. */
    static ContractClone in(Path directory) throws IOException {
        ContractClone clone = ContractClone.create(directory, "guide", "route", "area", "common");
        clone.write("buf.yaml", Files.readString(directory.resolve("buf.yaml")) + "breaking:\n  use: [WIRE]\n");
        clone.proto("common", "", COMMON);
        clone.proto("route", ContractClone.importOf("common"), "message Route { common.v1.Page page = 1; }");
        clone.proto("area", ContractClone.importOf("common"), "message Area { common.v1.Locale locale = 1; }");
        clone.proto("guide", ContractClone.importOf("route"), "message Guide { route.v1.Route route = 1; }");
        clone.commit();
        return clone;
    }
}
