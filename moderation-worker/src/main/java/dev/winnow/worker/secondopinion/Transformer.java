package dev.winnow.worker.secondopinion;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;

/** One encoder with two outputs, run by ONNX Runtime on the calling thread. Safe for any thread. */
final class Transformer implements AutoCloseable {

    private final OrtSession session;

    Transformer(byte[] model) throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // An arena keeps the memory of its largest batch for ever.
            options.setCPUArenaAllocator(false);
            // The file keeps matrices in eight bits to be small; they are computed with as floating point numbers, so
            // that a comment's score does not depend on which others are in its batch.
            options.addConfigEntry("session.disable_quant_qdq", "1");
            session = OrtEnvironment.getEnvironment().createSession(model, options);
        }
    }

    /** The logits of spam and of abuse for each of some texts, given as ids of word pieces. */
    float[][] logits(List<long[]> texts) {
        int longest = texts.stream().mapToInt(ids -> ids.length).max().orElseThrow();
        var ids = LongBuffer.allocate(texts.size() * longest);
        var mask = LongBuffer.allocate(texts.size() * longest);
        for (var text : texts) {
            for (int i = 0; i < longest; i++) {
                ids.put(i < text.length ? text[i] : 0);
                mask.put(i < text.length ? 1 : 0);
            }
        }
        ids.flip();
        mask.flip();
        var shape = new long[] {texts.size(), longest};
        var environment = OrtEnvironment.getEnvironment();
        try (var idTensor = OnnxTensor.createTensor(environment, ids, shape);
                var maskTensor = OnnxTensor.createTensor(environment, mask, shape);
                var result = session.run(Map.of("input_ids", idTensor, "attention_mask", maskTensor))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("the second model failed", e);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
