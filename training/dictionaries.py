"""What is mostly looked up: the expansion of multi-word tokens (« du » → « de le ») and the lemmas."""

from __future__ import annotations

from pathlib import Path


def train_expander(corpus: Path, out: Path, *, device: str, seed: int) -> None:
    """Make the multi-word expander, a dictionary: French contractions are a closed list."""
    from stanza.models import mwt_expander

    mwt_expander.main(
        [
            *("--train_file", str(corpus / "expansions.conllu"), "--eval_file", str(corpus / "dev.conllu")),
            *("--gold_file", str(corpus / "dev.conllu"), "--lang", "fr", "--shorthand", "fr_quotetrack"),
            *("--save_dir", str(out.parent), "--save_name", out.name, "--dict_only", "--seed", str(seed)),
            *("--device", device),
        ]
    )


def train_lemmatizer(corpus: Path, out: Path, *, epochs: int, device: str, seed: int) -> None:
    """Train the lemmatiser: a dictionary, and a network for words that it does not hold."""
    from stanza.models import lemmatizer

    lemmatizer.main(
        [
            *("--train_file", str(corpus / "lemmas.conllu"), "--eval_file", str(corpus / "dev.conllu")),
            *("--shorthand", "fr_quotetrack", "--save_dir", str(out.parent), "--save_name", out.name),
            *("--hidden_dim", "100", "--emb_dim", "40", "--pos_dim", "40", "--batch_size", "64"),
            *("--emb_dropout", "0.2", "--dropout", "0.3", "--pos_dropout", "0.2", "--lr", "0.002"),
            *("--num_epoch", str(epochs), "--max_dec_len", "40", "--seed", str(seed), "--device", device),
        ]
    )
