package dev.winnow.worker.classifier;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A model as a file: a header, and per output the weights that are not zero, each as its distance from the last and a
 * byte. The same model gives the same bytes.
 */
public final class ModelFile {

    private static final int MAGIC = 0x574e4c4d;
    private static final int VERSION = 1;
    private static final int MOST_BITS = 24;

    private ModelFile() {}

    /** The bytes of a model. */
    public static byte[] write(LinearModel model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeByte(VERSION);
        out.writeByte(model.bits());
        writeWeights(out, model.spam());
        writeWeights(out, model.abuse());
        out.flush();
        return bytes.toByteArray();
    }

    /** Reads a model. */
    public static LinearModel read(InputStream bytes) throws IOException {
        var in = new DataInputStream(bytes);
        if (in.readInt() != MAGIC || in.readUnsignedByte() != VERSION) {
            throw new IOException("not a model file of version " + VERSION);
        }
        int bits = in.readUnsignedByte();
        if (bits > MOST_BITS) {
            throw new IOException("a model of 2^" + bits + " buckets is not one of ours");
        }
        return new LinearModel(bits, readWeights(in, bits), readWeights(in, bits));
    }

    private static void writeWeights(DataOutputStream out, LinearModel.Weights weights) throws IOException {
        out.writeDouble(weights.scale());
        for (var script : Script.values()) {
            out.writeDouble(weights.bias()[script.ordinal()]);
            out.writeDouble(weights.slope()[script.ordinal()]);
            out.writeDouble(weights.offset()[script.ordinal()]);
        }
        int last = -1;
        for (int bucket = 0; bucket < weights.buckets().length; bucket++) {
            if (weights.buckets()[bucket] != 0) {
                writeDistance(out, bucket - last);
                out.writeByte(weights.buckets()[bucket]);
                last = bucket;
            }
        }
        writeDistance(out, 0);
    }

    private static LinearModel.Weights readWeights(DataInputStream in, int bits) throws IOException {
        double scale = in.readDouble();
        var bias = new double[Script.values().length];
        var slope = new double[bias.length];
        var offset = new double[bias.length];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = in.readDouble();
            slope[i] = in.readDouble();
            offset[i] = in.readDouble();
        }
        var buckets = new byte[1 << bits];
        int bucket = -1;
        for (int distance = readDistance(in); distance != 0; distance = readDistance(in)) {
            bucket += distance;
            if (bucket >= buckets.length) {
                throw new IOException("a weight lies outside the model");
            }
            buckets[bucket] = in.readByte();
        }
        return new LinearModel.Weights(buckets, scale, bias, slope, offset);
    }

    private static void writeDistance(DataOutputStream out, int distance) throws IOException {
        int rest = distance;
        while (rest >= 0x80) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readDistance(DataInputStream in) throws IOException {
        int distance = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            int part = in.readUnsignedByte();
            distance |= (part & 0x7F) << shift;
            if (part < 0x80) {
                return distance;
            }
        }
        throw new IOException("a distance is too long");
    }
}
