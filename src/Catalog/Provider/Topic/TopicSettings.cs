using Actors.Core.Configuration;
using Confluent.Kafka;

namespace Actors.Catalog.Provider.Topic;

/// <summary>The settings of the provider's topic.</summary>
/// <param name="Servers">The bootstrap brokers (<c>KAFKA_BOOTSTRAP_SERVERS</c>).</param>
/// <param name="Topic">The topic (<c>KAFKA_TOPIC</c>).</param>
/// <param name="Group">The group whose members share the partitions (<c>KAFKA_GROUP_ID</c>).</param>
internal sealed record TopicSettings(string Servers, string Topic, string Group)
{
    private const string BootstrapServers = "KAFKA_BOOTSTRAP_SERVERS", Protocol = "KAFKA_SECURITY_PROTOCOL";
    private const string SaslMechanismName = "KAFKA_SASL_MECHANISM", SaslUser = "KAFKA_SASL_USERNAME", SaslPassword = "KAFKA_SASL_PASSWORD";

    private static readonly Dictionary<string, SecurityProtocol> s_protocols = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PLAINTEXT"] = SecurityProtocol.Plaintext,
        ["SSL"] = SecurityProtocol.Ssl,
        ["SASL_PLAINTEXT"] = SecurityProtocol.SaslPlaintext,
        ["SASL_SSL"] = SecurityProtocol.SaslSsl,
    };

    private static readonly Dictionary<string, SaslMechanism> s_mechanisms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PLAIN"] = SaslMechanism.Plain,
        ["SCRAM-SHA-256"] = SaslMechanism.ScramSha256,
        ["SCRAM-SHA-512"] = SaslMechanism.ScramSha512,
    };

    /// <summary>The security of the connection (<c>KAFKA_SECURITY_PROTOCOL</c>).</summary>
    public SecurityProtocol Security { get; init; } = SecurityProtocol.Plaintext;

    /// <summary>The SASL mechanism (<c>KAFKA_SASL_MECHANISM</c>).</summary>
    public SaslMechanism? Mechanism { get; init; }

    /// <summary>The user name (<c>KAFKA_SASL_USERNAME</c>).</summary>
    public string? User { get; init; }

    /// <summary>The password (<c>KAFKA_SASL_PASSWORD</c>).</summary>
    public string? Password { get; init; }

    /// <summary>Reads the settings; null if no brokers are set. Problems go to the settings.</summary>
    public static TopicSettings? Read(Settings settings)
    {
        if (settings.Text(BootstrapServers) is not { } servers) return null;
        var security = OneOf(settings, Protocol, "PLAINTEXT", s_protocols);
        var read = new TopicSettings(servers, settings.Text("KAFKA_TOPIC", "events-provider.events"), settings.Text("KAFKA_GROUP_ID", "actors")) { Security = security };
        var (user, password) = (settings.Text(SaslUser), settings.Text(SaslPassword));
        if (security is SecurityProtocol.SaslPlaintext or SecurityProtocol.SaslSsl)
        {
            if (user is null || password is null) settings.Problems.Add(SaslUser, $"and {SaslPassword} are required if {Protocol} is SASL.");
            return read with { Mechanism = OneOf(settings, SaslMechanismName, "PLAIN", s_mechanisms), User = user, Password = password };
        }

        if (user is not null || password is not null) settings.Problems.Add(SaslUser, $"requires {Protocol} to be SASL_SSL or SASL_PLAINTEXT.");
        return read;
    }

    // The generated text of a record would contain the password.
    public override string ToString() => $"{Topic} at {Servers}";

    private static T OneOf<T>(Settings settings, string name, string otherwise, Dictionary<string, T> known)
    {
        if (known.TryGetValue(settings.Text(name, otherwise), out var value)) return value;
        settings.Problems.Add(name, $"must be one of {string.Join(", ", known.Keys)}.");
        return known[otherwise];
    }
}
