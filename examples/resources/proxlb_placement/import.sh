# The import id lists the keys of the guests map with the Proxmox ids of guests that exist. The first change applied after it takes
# the rest of the configuration over, `keepers` included, and no node changes.
terraform import proxlb_placement.web web1=201,web2=202,web3=203
