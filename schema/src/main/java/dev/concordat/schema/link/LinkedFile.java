package dev.concordat.schema.link;

import dev.concordat.schema.ContractFile;
import dev.concordat.schema.Import;
import dev.concordat.schema.parse.FileNode;
import dev.concordat.schema.parse.ImportNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file while it is linked: its declarations as a tree, filled in phase by phase (see {@link Linker}). */
final class LinkedFile {
    final ContractFile source;
    final FileNode node;
    final String packageName;
    final Edition edition;
    final List<LinkedMessage> messages = new ArrayList<>();
    final List<LinkedEnum> enums = new ArrayList<>();
    final List<LinkedService> services = new ArrayList<>();
    /** The file-level extensions, groups included. */
    final List<LinkedField> extensions = new ArrayList<>();
    /** Every message, nested ones and map entries included, in source order. */
    final List<LinkedMessage> allMessages = new ArrayList<>();
    /** Every enum, nested ones included, in source order. */
    final List<LinkedEnum> allEnums = new ArrayList<>();
    /** Every field and extension of the file, those of map entries included, in source order. */
    final List<LinkedField> allFields = new ArrayList<>();
    final LinkedOptions options = new LinkedOptions();
    final List<LinkedImport> imports = new ArrayList<>();
    /** This file, its imports and what they import publicly: whose names it may use. Option imports are not among them. */
    final Set<LinkedFile> visible = new LinkedHashSet<>();
    /** The same for names inside options: with the option imports. */
    final Set<LinkedFile> visibleToOptions = new LinkedHashSet<>();
    /** Resolved by the phase that resolves features. */
    @Nullable Features features;

    LinkedFile(ContractFile source, FileNode node, Edition edition) {
        this.source = source;
        this.node = node;
        this.packageName = node.packageName();
        this.edition = edition;
    }

    /** The import path. */
    String path() {
        return source.importPath();
    }

    @Override
    public String toString() {
        return path();
    }

    /**
     * An import, in source order.
     *
     * @param target the imported file; absent when there is none, which has been reported
     */
    record LinkedImport(ImportNode node, Import.Kind kind, @Nullable LinkedFile target) {}
}
