package dev.concordat.schema.link;

import dev.concordat.schema.ProtoFile;
import dev.concordat.schema.Schema;
import java.util.List;

/** Turns files that linked without problems into a schema. */
final class SchemaBuilder {
    private SchemaBuilder() {}

    /**
     * The schema of these files.
     *
     * @param files imported before importer, and closed under imports
     */
    static Schema build(List<LinkedFile> files) {
        CustomOptions customOptions = new CustomOptions(files);
        List<ProtoFile> built = files.parallelStream()
                .map(file -> new FileModel(file, customOptions).build())
                .toList();
        return new Schema(built);
    }
}
