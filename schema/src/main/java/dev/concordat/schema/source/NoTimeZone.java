package dev.concordat.schema.source;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SimpleTimeZone;
import java.util.TimeZone;

/** Universal time in place of the machine's zone: no answer depends on where it is given, and JGit would load all the world's zones to start. */
final class NoTimeZone extends SimpleTimeZone {
    private static final long serialVersionUID = 1;

    private NoTimeZone() {
        super(0, "UTC");
    }

    /** Makes it the zone of this process. */
    static void install() {
        TimeZone.setDefault(new NoTimeZone());
    }

    @Override
    public ZoneId toZoneId() {
        return ZoneOffset.UTC;
    }
}
