package dev.concordat.schema.link;

/** A package, or a prefix of one. */
record LinkedPackage(String fullName, LinkedFile file, int at) implements Symbol {

    @Override
    public String what() {
        return "package";
    }
}
