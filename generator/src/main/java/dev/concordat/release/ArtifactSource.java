package dev.concordat.release;

import dev.concordat.generate.BomRequest;
import dev.concordat.generate.BuiltArtifact;
import dev.concordat.generate.StubRequest;
import dev.concordat.schema.ContractException;
import java.util.List;

/** What builds and checks the artifacts of a release. */
public interface ArtifactSource {

    /** The artifacts of a module. */
    List<BuiltArtifact> build(StubRequest request) throws ContractException;

    /** The POM of the BOM or of the platform. */
    List<BuiltArtifact> buildBom(BomRequest request) throws ContractException;
}
