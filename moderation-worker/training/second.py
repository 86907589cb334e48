"""Fine-tunes a second model: a small transformer with two outputs, spam and abuse.

Input is what `moderation-worker.jar prepare` writes: the rows of the first model, cleaned, augmented and normalised.
Weights to begin with are read from the ONNX file of an embedding model. See SECOND-MODEL-CARD.md for how it is called.
"""

import argparse
import math
import os
import random
import time
from fnmatch import fnmatchcase
from pathlib import Path

import numpy
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from sklearn.linear_model import LogisticRegression
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

SEED = 20260101
RESOURCES = Path(__file__).resolve().parent.parent / "src/main/resources"
HEAD, TAIL = 64, 32  # of a longer comment its beginning and its end are read
BATCH = 32
RATE, HEAD_RATE, WARM_UP, DROPOUT = 5e-5, 1e-3, 0.1, 0.1

# How many rows of a source are drawn for an epoch, by their weights, without drawing one twice.
ROWS = {
    "HAN": {"written": 15000, "made": 5000, "cold_train": 6000, "cold_dev": 1000, "livechat_zh": 3500, "fbs": 800,
            "reviews_zh": 4500, "prose": 240},
    "LATIN": {"written": 16000, "made": 4000, "davidson": 1500, "olid": 2000, "hatemojibuild": 2500,
              "forum_en": 1500, "youtube": 1300, "sms": 2500, "prose": 200},
}


def script(text):
    """As dev.winnow.worker.classifier.Script has it."""
    balance = sum(2 if "\u3400" <= c <= "\u9fff" else -1 if "a" <= c <= "z" else 0 for c in text)
    return "HAN" if balance >= 0 else "LATIN"


def emoji():
    """For each writing the words that emoji stand for."""
    with open(RESOURCES / "text/emoji.tsv", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return {"LATIN": {c: f" {english} " for c, english, _ in rows}, "HAN": {c: chinese for c, _, chinese in rows}}


EMOJI = emoji()


def spelled(text):
    """The text with its emoji as words, as dev.winnow.worker.text.EmojiWords has it."""
    words = EMOJI[script(text)]
    return "".join("" if c == before and c in words else words.get(c, c) for before, c in zip(" " + text, text))


def read(file, wanted):
    """The rows of a writing: those to learn from and those held back, as (source, label, weight, text, kind)."""
    parts = {"learned": [], "held": []}
    with open(file, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            part, source, kind, label, weight, text = line.rstrip("\n").split("\t")
            if script(text) == wanted:
                whole = text.replace("\\n", " ").replace("\\\\", "\\")
                parts[part].append((source, label, float(weight), whole, kind))
    return parts["learned"], parts["held"]


def drawn(rows, counts, generator):
    """For each pattern of source and kind (`written:*emoji*`, or a source alone) as many rows as it is given, heavier ones
    more likely (Efraimidis and Spirakis, 2006). A row belongs to the first pattern that it matches."""
    owners = {pattern: [] for pattern in counts}
    for row in rows:
        owner = next((p for p in counts if fnmatchcase(f"{row[0]}:{row[4]}", p if ":" in p else p + ":*")), None)
        if owner:
            owners[owner].append(row)
    chosen = []
    for pattern, count in sorted(counts.items()):
        own = owners[pattern]
        own.sort(key=lambda row: math.log(generator.random()) / row[2], reverse=True)
        chosen += own[:count]
    return chosen


def tokens(tokenizer, text):
    """Token ids with the marks of beginning and end; a long comment's middle is left out."""
    ids = tokenizer.encode(spelled(text), add_special_tokens=False).ids
    if len(ids) > HEAD + TAIL - 2:
        ids = ids[: HEAD - 1] + ids[-(TAIL - 1):]
    return [tokenizer.token_to_id("[CLS]"), *ids, tokenizer.token_to_id("[SEP]")]


def matrices_of(file):
    """The weights of an ONNX file by their names, those in eight bits made whole again."""
    graph = onnx.load(file).graph
    weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    for node in graph.node:
        if node.op_type == "DequantizeLinear":
            axis = next(a.i for a in node.attribute if a.name == "axis")
            scale = weights.pop(node.input[1])
            weights[node.output[0]] = weights.pop(node.input[0]) * (scale[:, None] if axis == 0 else scale)
    return weights


def encoder(file, layers, heads):
    """A BERT encoder with the weights of an ONNX export of one."""
    weights = {name.removeprefix("bert."): values for name, values in matrices_of(file).items()}
    vocabulary, width = weights["embeddings.word_embeddings.weight"].shape
    inner = weights["encoder.layer.0.intermediate.dense.bias"].shape[0]
    model = bert(vocabulary, width, inner, layers, heads)
    state = {name: torch.tensor(weights[name]) for name in model.state_dict() if name in weights}
    # The exporter transposes matrices and names them by the order in which they are used.
    matrices = sorted((n for n in weights if n.startswith("onnx::MatMul_")), key=lambda n: int(n.split("_")[1]))
    places = ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
              "intermediate.dense", "output.dense"]
    for i, name in enumerate(matrices):
        state[f"encoder.layer.{i // 6}.{places[i % 6]}.weight"] = torch.tensor(weights[name].T.copy())
    missing = [name for name in model.state_dict() if name not in state and "position_ids" not in name]
    if missing:
        raise SystemExit(f"not in {file}: {missing}")
    model.load_state_dict(state, strict=False)
    return model


def bert(vocabulary, width, inner, layers, heads):
    return BertModel(BertConfig(
        vocab_size=vocabulary, hidden_size=width, num_hidden_layers=layers, num_attention_heads=heads,
        intermediate_size=inner, hidden_dropout_prob=DROPOUT, attention_probs_dropout_prob=DROPOUT,
    ), add_pooling_layer=False)


class Second(torch.nn.Module):
    """Mean of the last layer's vectors, then a linear layer: logits of spam and of abuse."""

    def __init__(self, bert):
        super().__init__()
        self.bert = bert
        self.dropout = torch.nn.Dropout(DROPOUT)
        self.head = torch.nn.Linear(bert.config.hidden_size, 2)

    def forward(self, input_ids, attention_mask):
        vectors = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(vectors.dtype)
        mean = (vectors * mask).sum(1) / mask.sum(1)
        return self.head(self.dropout(mean))


def restored(weights, heads):
    """The model with the weights that its `state_dict` has, whatever its sizes."""
    vocabulary, width = weights["bert.embeddings.word_embeddings.weight"].shape
    layers = len([name for name in weights if name.endswith("intermediate.dense.bias")])
    inner = len(weights["bert.encoder.layer.0.intermediate.dense.bias"])
    model = Second(bert(vocabulary, width, inner, layers, heads))
    model.load_state_dict(weights)
    return model.eval()


def exported(file, layers, heads):
    """The model of an ONNX file that `export` wrote."""
    model = Second(encoder(file, layers, heads))
    head = matrices_of(file)
    model.head.load_state_dict({name: torch.tensor(head["head." + name]) for name in ("weight", "bias")})
    return model.eval()


def narrowed(model, heads, inner, rows):
    """A copy whose layers keep the inner neurons that do most on some rows; of the others it keeps the mean."""
    layers = model.bert.encoder.layer
    values = [[] for _ in layers]
    hooks = [layer.intermediate.register_forward_hook(lambda _, __, out, own=own: own.append(out.flatten(0, 1).numpy()))
             for layer, own in zip(layers, values)]
    with torch.no_grad():
        for _, ids, mask in batches(rows, BATCH):
            model(ids, mask)
    for hook in hooks:
        hook.remove()
    weights = dict(model.state_dict())
    for i, own in enumerate(values):
        own = torch.tensor(numpy.concatenate(own))
        name = f"bert.encoder.layer.{i}."
        after = weights[name + "output.dense.weight"]
        mean = own.mean(0)
        does = (own - mean).abs().mean(0) * after.norm(dim=0)
        order = does.argsort(descending=True)
        kept, left = order[:inner].sort().values, order[inner:]
        weights[name + "intermediate.dense.weight"] = weights[name + "intermediate.dense.weight"][kept]
        weights[name + "intermediate.dense.bias"] = weights[name + "intermediate.dense.bias"][kept]
        weights[name + "output.dense.bias"] = weights[name + "output.dense.bias"] + after[:, left] @ mean[left]
        weights[name + "output.dense.weight"] = after[:, kept]
    return restored(weights, heads)


def batches(rows, size, generator=None):
    """Batches of like length; with a generator in random order."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]) + (generator.random() * 6 if generator else 0))
    groups = [order[i: i + size] for i in range(0, len(order), size)]
    if generator:
        generator.shuffle(groups)
    for group in groups:
        longest = max(len(rows[i][0]) for i in group)
        ids = torch.zeros(len(group), longest, dtype=torch.long)
        mask = torch.zeros(len(group), longest, dtype=torch.long)
        for j, i in enumerate(group):
            ids[j, : len(rows[i][0])] = torch.tensor(rows[i][0])
            mask[j, : len(rows[i][0])] = 1
        yield group, ids, mask


def learn(model, rows, epochs, generator, rate=RATE, head_rate=HEAD_RATE):
    total = epochs * math.ceil(len(rows) / BATCH)
    optimiser = torch.optim.AdamW([
        {"params": model.bert.parameters(), "lr": rate},
        {"params": model.head.parameters(), "lr": head_rate},
    ], weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (WARM_UP * total), max(0.0, (total - s) / ((1 - WARM_UP) * total))))
    loss_of = torch.nn.BCEWithLogitsLoss()
    model.train()
    started, step, running = time.time(), 0, 0.0
    for _ in range(epochs):
        for group, ids, mask in batches(rows, BATCH, generator):
            wanted = torch.tensor([rows[i][1] for i in group])
            loss = loss_of(model(ids, mask), wanted)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            running = 0.98 * running + 0.02 * loss.item()
            if step % 100 == 0:
                took = time.time() - started
                print(f"{step}/{total} loss {running / (1 - 0.98 ** step):.4f} {step * BATCH / took:.0f} rows/s", flush=True)


def command_learn(args):
    torch.manual_seed(args.seed)
    generator = random.Random(args.seed)
    learned, _ = read(args.rows, args.script)
    tokenizer = pieces(args.tokenizer)
    counts = dict(pair.split("=") for pair in args.rows_of.split(",")) if args.rows_of else ROWS[args.script]
    chosen = drawn(learned, {pattern: int(count) for pattern, count in counts.items()}, generator)
    rows = [(tokens(tokenizer, text), [float(label == "spam"), float(label == "abuse")]) for _, label, _, text, _ in chosen]
    print(len(rows), "rows,", round(sum(len(r[0]) for r in rows) / len(rows), 1), "pieces each", flush=True)
    if args.begin:
        model = exported(args.begin, args.layers, args.heads)
    else:
        model = Second(encoder(args.encoder, args.layers, args.heads))
    learn(model, rows, args.epochs, generator, args.rate, head_rate=args.rate if args.begin else HEAD_RATE)
    torch.save(model.state_dict(), args.output)


def command_narrow(args):
    """Learns a model with fewer inner neurons from an exported one and from rows drawn anew, or goes on with one."""
    torch.manual_seed(SEED)
    generator = random.Random(SEED + (2 if args.begin else 1))
    learned, _ = read(args.rows, args.script)
    tokenizer = pieces(args.tokenizer)
    counts = {source: count * args.percent // 100 for source, count in ROWS[args.script].items()}
    chosen = drawn(learned, counts, generator)
    told = torch.tensor(logits(args.teacher, tokenizer, [row[3] for row in chosen])).sigmoid().tolist()
    rows = [(tokens(tokenizer, text), [(spam + (label == "spam")) / 2, (abuse + (label == "abuse")) / 2])
            for (_, label, _, text, _), (spam, abuse) in zip(chosen, told)]
    print(len(rows), "rows", flush=True)
    if args.begin:
        model = restored(torch.load(args.begin), args.heads)
    else:
        teacher = exported(args.teacher, args.layers, args.heads)
        model = narrowed(teacher, args.heads, args.inner, generator.sample(rows, min(len(rows), 500)))
    learn(model, rows, 1, generator, head_rate=RATE)
    torch.save(model.state_dict(), args.output)


def command_export(args):
    """Writes the model as ONNX with weights in eight bits."""
    model = restored(torch.load(args.weights), args.heads)
    whole = args.output + ".float"
    example = (torch.ones(2, 8, dtype=torch.long), torch.ones(2, 8, dtype=torch.long))
    axes = {0: "comment", 1: "piece"}
    torch.onnx.export(model, example, whole, input_names=["input_ids", "attention_mask"], output_names=["logits"],
                      dynamic_axes={"input_ids": axes, "attention_mask": axes, "logits": {0: "comment"}}, dynamo=False,
                      opset_version=17)
    model = onnx.load(whole)
    in_eight_bits(model.graph)
    onnx.save(model, args.output)
    os.remove(whole)


def in_eight_bits(graph):
    """Keeps large matrices as bytes with a scale for each column (for a table: each row), from which they are made
    again when the model is loaded. What is computed stays in floating point, so that a comment's score does not depend
    on which others are in its batch, as it would with scales drawn from the batch."""
    tables = {node.input[0] for node in graph.node if node.op_type == "Gather"}
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.ndim != 2 or values.size < 50_000:
            continue
        axis = 0 if tensor.name in tables else 1
        scale = (numpy.abs(values).max(1 - axis) / 127).astype(numpy.float32).clip(1e-9)
        steps = numpy.round(values / (scale[:, None] if axis == 0 else scale)).astype(numpy.int8)
        name = tensor.name
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(steps, name + ".steps"))
        graph.initializer.append(numpy_helper.from_array(scale, name + ".scale"))
        graph.node.insert(0, onnx.helper.make_node(
            "DequantizeLinear", [name + ".steps", name + ".scale"], [name], axis=axis))


def command_held(args):
    """Writes the rows held back as a file to screen."""
    with open(args.output, "w", encoding="utf-8") as out:
        out.write("id\ttext\n")
        for wanted in ROWS:
            for number, (_, _, _, text, _) in enumerate(read(args.rows, wanted)[1]):
                out.write(f"{wanted}-{number}\t" + text.replace("\\", "\\\\") + "\n")


def command_weigh(args):
    """Fits how much each model counts and prints a line of second.properties for each output."""
    _, held = read(args.rows, args.script)
    first = {}
    with open(args.first, encoding="utf-8") as lines:
        for line in lines:
            cells = line.split("\t")
            first[cells[0]] = cells[1:3]
    second = logits(args.model, pieces(args.tokenizer), [row[3] for row in held])
    for place, label in enumerate(("spam", "abuse")):
        probability = numpy.array([float(first[f"{args.script}-{i}"][place]) for i in range(len(held))])
        bounded = probability.clip(0.001, 0.999)
        known = numpy.stack([numpy.log(bounded / (1 - bounded)), second[:, place]], 1)
        wanted = numpy.array([row[1] == label for row in held])
        harmless = args.harmless_spam if label == "spam" else args.harmless_abuse
        weight = numpy.array([row[2] * (harmless if row[1] == "ok" else 1) for row in held])
        fitted = LogisticRegression(C=1e4).fit(known, wanted, weight)
        print(f"{args.script.lower()}.{label} = {fitted.coef_[0][0]:.4f} {fitted.coef_[0][1]:.4f} {fitted.intercept_[0]:.4f}")


def logits(file, tokenizer, texts):
    options = onnxruntime.SessionOptions()
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    session = onnxruntime.InferenceSession(file, options)
    rows = [(tokens(tokenizer, text), None) for text in texts]
    found = numpy.zeros((len(rows), 2))
    for group, ids, mask in batches(rows, BATCH):
        found[group] = session.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})[0]
    return found


def pieces(file):
    tokenizer = Tokenizer.from_file(file)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    for run in (command_learn, command_narrow, command_export, command_held, command_weigh):
        own = commands.add_parser(run.__name__.removeprefix("command_"), help=run.__doc__)
        own.set_defaults(run=run)
        if run != command_export:
            own.add_argument("--rows", required=True)
        if run in (command_learn, command_narrow, command_weigh):
            own.add_argument("--script", required=True, choices=list(ROWS))
            own.add_argument("--tokenizer", required=True)
        if run in (command_learn, command_narrow):
            own.add_argument("--layers", type=int, required=True)
        if run in (command_learn, command_narrow, command_export):
            own.add_argument("--heads", type=int, required=True)
        if run == command_learn:
            begin = own.add_mutually_exclusive_group(required=True)
            begin.add_argument("--encoder", help="an embedding model to begin with")
            begin.add_argument("--begin", help="an exported model to go on with")
            own.add_argument("--epochs", type=int, default=1)
            own.add_argument("--rate", type=float, default=RATE)
            own.add_argument("--seed", type=int, default=SEED)
            own.add_argument("--rows-of", help="how many rows of which source and kind: written:*emoji*=900,sms=350")
        if run == command_narrow:
            own.add_argument("--teacher", required=True)
            own.add_argument("--inner", type=int, required=True)
            own.add_argument("--percent", type=int, default=50)
            own.add_argument("--begin")
        if run == command_export:
            own.add_argument("--weights", required=True)
        if run == command_weigh:
            own.add_argument("--model", required=True)
            own.add_argument("--first", required=True)
            own.add_argument("--harmless-spam", type=float, default=1.5)
            own.add_argument("--harmless-abuse", type=float, default=1.5)
        else:
            own.add_argument("--output", required=True)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
