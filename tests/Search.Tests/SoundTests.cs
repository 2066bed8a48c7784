using Actors.Search.Sound;
using Actors.Search.Text;

namespace Actors.Search.Tests;

public sealed class SoundTests
{
    [Theory]
    [InlineData("москва", "moskva")]
    [InlineData("щукин", "shchukin", "schukin", "shhukin")]
    [InlineData("цирк", "tsirk", "cirk", "tcirk")]
    [InlineData("хор", "khor", "hor", "xor")]
    [InlineData("чайковский", "chaykovskiy", "chaikovskii", "chaikovsky", "tchaikovsky", "chajkovskij")]
    [InlineData("большой", "bolshoi", "bolshoy", "bolshoj")]
    [InlineData("мария", "maria", "mariya", "marija")]
    [InlineData("татьяна", "tatyana", "tatiana", "tatjana")]
    [InlineData("фестиваль", "festival")]
    [InlineData("юрий", "yuri", "yuriy", "iurii", "jurij")]
    [InlineData("объект", "obekt", "obyekt", "objekt")]
    [InlineData("эрмитаж", "ermitazh")]
    [InlineData("металлика", "metallica", "metallika")]
    [InlineData("джаз", "jazz", "dzhaz")]
    [InlineData("квест", "quest", "kvest")]
    [InlineData("макс", "max", "maks")]
    [InlineData("выставка", "vystavka", "vistavka")]
    public void A_word_and_its_transliterations_have_one_key(string russian, params string[] latin)
    {
        var key = SoundKey.OfTerm(russian);
        foreach (var spelling in latin) SoundKey.OfQuery(spelling).ShouldContain(key, spelling);
    }

    [Theory]
    [InlineData("москва", "minsk")]
    [InlineData("шум", "sum")]
    [InlineData("жук", "zuk")]
    public void Different_words_have_different_keys(string russian, string latin) => SoundKey.OfQuery(latin).ShouldNotContain(SoundKey.OfTerm(russian));

    [Fact]
    public void Words_in_other_alphabets_have_no_key() => SoundKey.OfTerm("ガンダム").ShouldBeEmpty();

    [Theory]
    [InlineData("rjywthn", "концерт")]
    [InlineData(";bdjq", "живой")]
    [InlineData("f,hbrjc", "абрикос")]
    [InlineData("Ntfnh", "театр")]
    [InlineData("ьуефддшсф", "metallica")]
    [InlineData("кщсл", "rock")]
    public void The_other_layout_is_converted(string typed, string meant) => KeyboardLayout.Swap(typed).ShouldBe(meant);

    [Theory]
    [InlineData("2026")]
    [InlineData("рок rock")]
    [InlineData("")]
    public void Text_of_both_or_neither_layout_is_not_converted(string typed) => KeyboardLayout.Swap(typed).ShouldBeNull();
}
