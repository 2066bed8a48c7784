using Actors.Catalog.Scraping.Mapping;

namespace Actors.Catalog.Tests.Scraping.Mapping;

public sealed class NameBasedUuidTests
{
    // The DNS namespace and the test vector of RFC 9562, appendix A.4.
    [Fact]
    public void Rfc_test_vector_matches() =>
        NameBasedUuid.Create(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com")
            .ShouldBe(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));

    [Fact]
    public void The_identity_of_an_event_never_changes() =>
        NameBasedUuid.Create(NameBasedUuid.OfSource("kudago"), "173791").ShouldBe(new Guid("ae7c4ecb-3c9b-557d-9eb3-b8b686d98e16"));

    [Fact]
    public void Sources_have_separate_identities() =>
        NameBasedUuid.Create(NameBasedUuid.OfSource("a"), "1").ShouldNotBe(NameBasedUuid.Create(NameBasedUuid.OfSource("b"), "1"));
}
