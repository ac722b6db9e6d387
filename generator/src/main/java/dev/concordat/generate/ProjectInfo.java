package dev.concordat.generate;

import java.util.Optional;

/**
 * What every POM says about the repository that the contracts live in.
 *
 * @param url the project's page
 * @param scmUrl the page of the source repository
 * @param license the licence of the contracts
 * @param changelogUrl where changes are told
 */
public record ProjectInfo(
        Optional<String> url, Optional<String> scmUrl, Optional<License> license, Optional<String> changelogUrl) {

    /** A licence by its SPDX name and the page of its text. */
    public record License(String name, String url) {}

    /** Nothing known. */
    public static ProjectInfo none() {
        return new ProjectInfo(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
