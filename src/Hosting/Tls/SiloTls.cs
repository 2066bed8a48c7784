using Actors.Hosting.Membership;
using Orleans.Connections.Security;

namespace Actors.Hosting.Tls;

/// <summary>Mutual TLS between silos: a process without a certificate of the authority cannot connect, and so cannot join.</summary>
internal static class SiloTls
{
    /// <summary>Encrypts the connections between silos when certificates are configured.</summary>
    public static ISiloBuilder UseSiloTls(this ISiloBuilder silo, TlsFiles? files) => files is null ? silo : silo.UseTls(files.Own, tls =>
    {
        tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        // Silos have changing addresses that no certificate can name, so only the issuer is checked.
        tls.RemoteCertificateValidation = (certificate, _, _) => files.Trusts(certificate);
        tls.OnAuthenticateAsClient = (_, client) => client.TargetHost = ClusterSettings.ServiceId;
    });
}
