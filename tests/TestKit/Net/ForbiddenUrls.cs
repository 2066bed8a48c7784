namespace Actors.TestKit;

/// <summary>Spellings of addresses that must not be reached. {P} stands for the port of a test listener on 127.0.0.1 and ::1.</summary>
public static class ForbiddenUrls
{
    /// <summary>Spellings of loopback. Without the guard most of them reach the listener.</summary>
    public static readonly IReadOnlyList<string> Loopback =
    [
        "http://127.0.0.1:{P}/", "http://127.0.0.2:{P}/", "http://127.255.255.254:{P}/", "http://127.1:{P}/", "http://127.0.1:{P}/", "http://0:{P}/",
        "http://0.0.0.0:{P}/", "http://2130706433:{P}/", "http://0x7f000001:{P}/", "http://0x7f.0.0.1:{P}/", "http://0x7f.1:{P}/", "http://0177.0.0.1:{P}/",
        "http://0177.1:{P}/", "http://017700000001:{P}/", "http://0x7F.0x0.0x0.0x1:{P}/", "http://127.0.0.01:{P}/", "http://127.0.0.1.:{P}/",
        "http://[::1]:{P}/", "http://[0:0:0:0:0:0:0:1]:{P}/", "http://[::ffff:127.0.0.1]:{P}/", "http://[::ffff:7f00:1]:{P}/", "http://[0:0:0:0:0:ffff:127.0.0.1]:{P}/",
        "http://[::127.0.0.1]:{P}/", "http://[::]:{P}/", "http://[::ffff:0:127.0.0.1]:{P}/", "http://[::1%25lo]:{P}/", "http://[::1%lo]:{P}/",
        "http://localhost:{P}/", "http://LOCALHOST:{P}/", "http://localhost.:{P}/", "http://LocalHost.:{P}/", "http://a.localhost:{P}/", "http://localhost.localdomain:{P}/",
        "http://①②⑦.⓪.⓪.①:{P}/", "http://１２７.0.0.1:{P}/", "http://127。0。0。1:{P}/", "http://127．0．0．1:{P}/", "http://ｌｏｃａｌｈｏｓｔ:{P}/", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{P}/",
        "http://loopback.test:{P}/", "http://loopback6.test:{P}/", "http://mapped.test:{P}/", "http://mixed.test:{P}/", "http://xn--loopback.test:{P}/", "http://пример.test:{P}/",
        "http://xn--e1afmkfd.test:{P}/", "http://xn--e1afmkfd.xn--p1ai:{P}/", "http://bücher.test:{P}/",
        "http://user@127.0.0.1:{P}/", "http://user:pass@127.0.0.1:{P}/", "http://example.com@127.0.0.1:{P}/", "http://example.com:80@127.0.0.1:{P}/", "http://example.com%40127.0.0.1:{P}/",
        "http://127.0.0.1:{P}\\@example.com/", "http://example.com\\@127.0.0.1:{P}/", "http:\\\\127.0.0.1:{P}\\", "http://127.0.0.1:{P}\t/", "http://127.0.0.1:{P}/a\tb",
        "http://127.0.0.1:{P}/\r\nHost: example.com", "http://127.0.0.1:{P}/ HTTP/1.1\r\nX: y", " http://127.0.0.1:{P}/", "http://127.0.0.1:{P}/ ", "http://127.0.0.1:{P}#@example.com/",
        "http://127.0.0.1:{P}?@example.com/", "http://127.0.0.1:{P}/;@example.com", "HTTP://127.0.0.1:{P}/", "http:///127.0.0.1:{P}/", "http:127.0.0.1:{P}/", "//127.0.0.1:{P}/",
        "https://127.0.0.1:{P}/", "https://localhost:{P}/", "ws://127.0.0.1:{P}/", "http://127.0.0.1\u00ad:{P}/", "http://127.0.0.1\u200b:{P}/", "http://127.0.0.1%00:{P}/", "http://127.0.0.1%09:{P}/",
    ];

    /// <summary>Other addresses that are not public hosts, and unsupported schemes.</summary>
    public static readonly IReadOnlyList<string> Elsewhere =
    [
        "http://10.0.0.1/", "http://10.255.255.255/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.0.1/", "http://192.168.1.1/admin", "http://3232235777/",
        "http://169.254.169.254/latest/meta-data/", "http://169.254.170.2/v2/credentials", "http://0xA9FEA9FE/", "http://2852039166/", "http://0251.0376.0251.0376/", "http://169.254.43518/",
        "http://[::ffff:169.254.169.254]/", "http://[::ffff:a9fe:a9fe]/", "http://[fd00:ec2::254]/latest/meta-data/", "http://100.100.100.200/", "http://192.0.0.192/", "http://168.63.129.16/",
        "http://metadata.google.internal/computeMetadata/v1/", "http://metadata/", "http://metadata.goog/", "http://instance-data/latest/", "http://kubernetes.default.svc.cluster.local/",
        "http://100.64.0.1/", "http://100.127.255.255/", "http://192.0.0.1/", "http://192.0.2.1/", "http://198.51.100.1/", "http://203.0.113.1/", "http://198.18.0.1/", "http://198.19.255.255/",
        "http://192.88.99.1/", "http://224.0.0.1/", "http://239.255.255.255/", "http://240.0.0.1/", "http://255.255.255.255/", "http://0.1.2.3/",
        "http://[fc00::1]/", "http://[fd12:3456:789a::1]/", "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://[ff05::2]/",
        "http://[64:ff9b::7f00:1]/", "http://[64:ff9b::10.0.0.1]/", "http://[64:ff9b:1::1]/", "http://[2002:7f00:1::]/", "http://[2002:a00:1::1]/", "http://[2001:0:53aa:64c:0:0:80ff:fffe]/",
        "http://[2001:db8::1]/", "http://[2001:2::1]/", "http://[2001:10::1]/", "http://[3fff::1]/", "http://[100::1]/", "http://[5f00::1]/", "http://[::a00:1]/",
        "http://93.184.216.34:22/", "http://93.184.216.34:6379/", "http://93.184.216.34:8080/", "http://93.184.216.34:11434/", "http://93.184.216.34:11111/", "http://93.184.216.34:30000/",
        "http://10.0.0.1:11111/", "http://10.0.0.1:30000/", "http://10.0.0.1:8080/dashboard", "http://public.test:25/", "https://public.test:30000/",
        "http://printer.local/", "http://router.lan/", "http://db.internal/", "http://intranet/", "http://wiki.home.arpa/",
        "file:///etc/passwd", "gopher://127.0.0.1:6379/_x", "ftp://127.0.0.1/", "dict://127.0.0.1:11211/", "jar:http://127.0.0.1!/", "data:text/html,x", "javascript:alert(1)", "ldap://127.0.0.1/",
        "tftp://127.0.0.1/", "netdoc:///etc/passwd", "http://", "https://", "about:blank", "http://private.test/", "http://rebound.test/", "http://nat64.test/",
    ];
}
