package dev.concordat.cli;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SimpleTimeZone;

/** Universal time in place of the machine's zone: no answer depends on where it is given, and JGit would load all the world's zones to start. */
final class UniversalTime extends SimpleTimeZone {
    private static final long serialVersionUID = 1;

    UniversalTime() {
        super(0, "UTC");
    }

    @Override
    public ZoneId toZoneId() {
        return ZoneOffset.UTC;
    }
}
