using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Kit;

/// <summary>A certificate authority for one test, with certificates of silos as PEM files.</summary>
internal sealed class Certificates : IDisposable
{
    private readonly TempFolder _folder = new("tls");
    private readonly X509Certificate2 _authority;

    public Certificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, to) = Validity();
        _authority = request.CreateSelfSigned(from, to);
        File.WriteAllText(_folder.Combine("ca.pem"), _authority.ExportCertificatePem());
    }

    /// <summary>The three settings of a silo with a certificate of this authority.</summary>
    public (string Name, string? Value)[] SettingsOf(string silo)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={silo}", key, HashAlgorithmName.SHA256);
        var (from, to) = Validity();
        using var certificate = request.Create(_authority, from, to, Guid.NewGuid().ToByteArray());
        File.WriteAllText(_folder.Combine($"{silo}.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(_folder.Combine($"{silo}.key"), key.ExportPkcs8PrivateKeyPem());
        return [("CLUSTER_TLS_CERT", _folder.Combine($"{silo}.pem")), ("CLUSTER_TLS_KEY", _folder.Combine($"{silo}.key")), ("CLUSTER_TLS_CA", _folder.Combine("ca.pem"))];
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    private static (DateTimeOffset From, DateTimeOffset To) Validity()
    {
        var now = TimeProvider.System.GetUtcNow();
        var from = new DateTimeOffset(now.Year, now.Month, now.Day, 0, 0, 0, TimeSpan.Zero);
        return (from.AddDays(-1), from.AddDays(2));
    }
}
