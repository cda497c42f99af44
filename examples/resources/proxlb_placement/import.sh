# The import id lists the keys of the guests map with the Proxmox ids of guests that exist.
terraform import proxlb_placement.web web1=101,web2=102,web3=103
