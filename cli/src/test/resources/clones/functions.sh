# What the scripts of the shapes share. Each begins in an empty directory, beside which nothing is.

# Commits everything.
commit() {
    git add -A
    git commit -q --allow-empty -m "$1"
}

# Writes the contract with some of its fields.
order() {
    mkdir -p proto/shop/v1
    {
        printf 'syntax = "proto3";\n\npackage shop.v1;\n\nmessage Order {\n'
        for field; do
            printf '  string %s = %s;\n' "${field%=*}" "${field#*=}"
        done
        printf '}\n'
    } >proto/shop/v1/order.proto
}

# Begins a repository with the configuration of all the others.
begin() {
    git init -q -b main "$1"
    cd "$1"
    printf 'version: v2\nmodules:\n  - path: proto\n' >buf.yaml
    printf 'version: v1\ngroup: com.example.contracts\nbranch: main\n' >concordat.yaml
}

# The origin: on main "one", "two" and "three"; on topic, from "two", "topic", which deletes the field "note". Topic is checked out.
origin() {
    begin origin
    order id=1 note=2
    commit one
    order id=1 note=2 amount=3
    commit two
    order id=1 note=2 amount=3 buyer=4
    commit three
    git checkout -q -b topic main~1
    order id=1 amount=3
    commit topic
    git config uploadpack.allowFilter true
    git config uploadpack.allowAnySHA1InWant true
    cd ..
}

# A clone of the origin with topic checked out, by the path or by the protocol, which keeps options such as --depth.
clone() {
    git clone -q -b topic "$@" "file://$PWD/origin" clone
    cd clone
}

# The file of a loose object.
loose() {
    object=$(git rev-parse "$1")
    rest=${object#??}
    printf '.git/objects/%s/%s' "${object%"$rest"}" "$rest"
}

# Commits, as main, a tree like that of "two", in which a name, or a part of it, is replaced in the directory shop/v1 by what git refuses to write.
hostile() {
    version=$(git cat-file tree main~1:proto/shop/v1 | LC_ALL=C sed "s|$1|$2|" | git hash-object -t tree -w --stdin --literally)
    shop=$(printf '040000 tree %s\tv1\n' "$version" | git mktree)
    proto=$(printf '040000 tree %s\tshop\n' "$shop" | git mktree)
    root=$( (git ls-tree main~1 | grep -v proto; printf '040000 tree %s\tproto\n' "$proto") | git mktree)
    git branch -f main "$(git commit-tree -p main~1 -m hostile "$root")"
}
