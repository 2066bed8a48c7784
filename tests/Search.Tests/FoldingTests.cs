using System.Text.Json;
using Actors.Search.Text;
using Actors.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Search.Tests;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Ёлка", "елка")]
    [InlineData("ЙОД, йогурт", "йод йогурт")]
    [InlineData("И\u0306од", "йод")]
    [InlineData("Café—Zürich", "cafe zurich")]
    [InlineData("ﬁnal ①②", "final 12")]
    [InlineData("Straße Łódź Ærø", "strasse lodz aero")]
    [InlineData("д'Артаньян д’Артаньян", "дартаньян дартаньян")]
    [InlineData("«Кот в сапогах» (6+)", "кот в сапогах 6")]
    [InlineData("stand\u00ADup", "standup")]
    [InlineData("ガンダム", "ガンダム")]
    [InlineData("\uD800 x", "x")]
    [InlineData("  ...  ", "")]
    public void A_text_is_folded(string text, string folded) => TextFolding.Fold(text).ShouldBe(folded);

    [Fact]
    public void Folding_is_idempotent() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => TextFolding.Fold(TextFolding.Fold(text ?? "")) == TextFolding.Fold(text ?? ""))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Folding_is_idempotent_in_any_script()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF) continue;
            var once = TextFolding.Fold("x" + char.ConvertFromUtf32(code) + "и");
            TextFolding.Fold(once).ShouldBe(once, $"U+{code:X4}");
        }
    }

    [SampleFact("samples/corpora/blns.json")]
    public void Naughty_strings_fold() =>
        JsonSerializer.Deserialize<string[]>(Samples.Text("corpora/blns.json"))!
            .Where(text => TextFolding.Fold(TextFolding.Fold(text)) != TextFolding.Fold(text)).ShouldBeEmpty();
}
