package dev.concordat.examples.routeguide;

import dev.concordat.contracts.routeguide.v1.Feature;
import dev.concordat.contracts.routeguide.v1.Point;
import dev.concordat.contracts.routeguide.v1.Rectangle;
import java.util.List;

/** The features the server knows: a few in the north of New Jersey. */
final class FeatureMap {
    private static final double EARTH_RADIUS_METERS = 6_371_000;
    private static final double E7 = 1e7;

    private final List<Feature> features = List.of(
            feature("Patriots Path, Mendham", 407_838_351, -746_143_763),
            feature("Berkshire Valley Management Area Trail, Jefferson", 409_146_138, -746_188_906),
            feature("101 New Jersey 10, Whippany", 408_122_808, -743_999_179),
            feature("U.S. 6, Shohola", 413_628_156, -749_015_468));

    /** The feature at a point, with an empty name when there is none. */
    Feature at(Point point) {
        return features.stream()
                .filter(feature -> feature.getLocation().equals(point))
                .findFirst()
                .orElse(Feature.newBuilder().setLocation(point).build());
    }

    /** The features inside an area that does not cross the 180th meridian. */
    List<Feature> within(Rectangle area) {
        return features.stream()
                .filter(feature -> contains(area, feature.getLocation()))
                .toList();
    }

    /** The great-circle distance between two points, in metres (haversine formula). */
    static double meters(Point from, Point to) {
        double fromLatitude = Math.toRadians(from.getLatitude() / E7);
        double toLatitude = Math.toRadians(to.getLatitude() / E7);
        double latitudes = Math.sin((toLatitude - fromLatitude) / 2);
        double longitudes = Math.sin(Math.toRadians((to.getLongitude() - from.getLongitude()) / E7) / 2);
        double square = latitudes * latitudes + Math.cos(fromLatitude) * Math.cos(toLatitude) * longitudes * longitudes;
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(square));
    }

    private static boolean contains(Rectangle area, Point point) {
        return area.getLo().getLatitude() <= point.getLatitude()
                && point.getLatitude() <= area.getHi().getLatitude()
                && area.getLo().getLongitude() <= point.getLongitude()
                && point.getLongitude() <= area.getHi().getLongitude();
    }

    private static Feature feature(String name, int latitude, int longitude) {
        return Feature.newBuilder()
                .setName(name)
                .setLocation(Point.newBuilder().setLatitude(latitude).setLongitude(longitude))
                .build();
    }
}
