package io.stacgenerator.internal.geo;

import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringUtil;

/** Counts where rings cross, up to a bound, since taking them apart costs as much as they cross. */
final class Crossings implements SegmentIntersector {

    /** JTS takes 28,000 crossings apart in 3 seconds and most of 256 MB; outlines of scenes have a few. */
    private static final int MOST = 2_000;

    private final LineIntersector intersector = new RobustLineIntersector();
    private int count;

    private Crossings() {}

    static boolean tooMany(Geometry polygons) {
        Crossings crossings = new Crossings();
        new MCIndexNoder(crossings).computeNodes(SegmentStringUtil.extractSegmentStrings(polygons));
        return crossings.isDone();
    }

    @Override
    public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
        intersector.computeIntersection(
                a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
        if (intersector.isProper()) {
            count++;
        }
    }

    @Override
    public boolean isDone() {
        return count > MOST;
    }
}
