package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import java.util.Optional;

/** A violation before findings that belong together are told as one. */
record Finding(Violation violation, Optional<Subject> subject) {}
