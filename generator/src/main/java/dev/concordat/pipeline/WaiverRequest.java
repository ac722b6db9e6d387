package dev.concordat.pipeline;

import java.time.LocalDate;

/**
 * What somebody wants to be accepted.
 *
 * @param finding what a violation is called: {@code path:line}, as the check prints it, its rule, or the start of its fingerprint
 * @param all whether every violation that is called so is meant
 * @param reason why, one line
 * @param owner who answers for it
 * @param expires the last day on which it can be released
 * @param wire whether running services may be concerned
 */
public record WaiverRequest(
        String finding, boolean all, String reason, String owner, LocalDate expires, boolean wire) {}
