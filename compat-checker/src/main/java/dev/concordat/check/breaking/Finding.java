package dev.concordat.check.breaking;

import dev.concordat.check.Violation;
import java.util.List;

/** A violation before findings that belong together are told as one. */
record Finding(Violation violation, List<Subject> subjects) {}
